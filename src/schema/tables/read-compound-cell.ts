import type { ExchangeLoad } from "../../domain/index.js";
import { dateText } from "./date-text.js";

function parts(text: string): readonly string[] {
  return text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** 任教经历: `school 2019-09/2022-09` for each stint, the second day the first one elsewhere; `undefined` for what is written otherwise. */
export function readService(text: string): readonly object[] | undefined {
  const stints: object[] = [];
  for (const part of parts(text)) {
    const found = /^(\S+)\s+(\d.*)$/.exec(part);
    const [from, until, ...more] = found?.[2]?.split(/至|~|—|\/(?=\s*\d{4}|\s*$)/).map((day) => dateText(day.trim())) ?? [];
    if (found === null || from === undefined || more.length > 0) return undefined;
    stints.push({ school: found[1], from, ...(until === undefined || until === "" ? {} : { until }) });
  }
  return stints;
}

const REASONS: Readonly<Record<string, string>> = {
  孕期: "pregnancy",
  怀孕: "pregnancy",
  哺乳期: "breastfeeding",
  患严重疾病: "serious-illness",
  重大疾病: "serious-illness",
};

const EFFECTS: Readonly<Record<string, string>> = { 不参加: "excluded", 暂缓: "postponed", excluded: "excluded", postponed: "postponed" };

/** 情形与处理: `孕期（暂缓）`; `undefined` where the effect is not written, since a reason alone does not tell it. */
export function readReasons(text: string): readonly object[] | undefined {
  const reasons: object[] = [];
  for (const part of parts(text)) {
    const found = /^(.+?)\s*[（(](不参加|暂缓|excluded|postponed)[）)]$/.exec(part);
    if (found === null) return undefined;
    const reason = found[1] ?? "";
    reasons.push({ reason: Object.hasOwn(REASONS, reason) ? REASONS[reason] : reason, effect: EFFECTS[found[2] ?? ""] });
  }
  return reasons;
}

/** 工作量: full time, occasional, or so many days a week. */
export function readLoad(text: string): ExchangeLoad | undefined {
  const plain = text.normalize("NFKC").toLowerCase();
  if (plain === "全职" || plain === "full time" || plain === "full-time") return { kind: "full-time" };
  if (plain === "不定期" || plain === "occasional") return { kind: "occasional" };
  const days = /^(?:每周)?(\d+(?:\.\d+)?)(?:天| days a week)?$/.exec(plain);
  return days === null ? undefined : { kind: "days-per-week", days: Number(days[1]) };
}
