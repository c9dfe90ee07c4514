import type { Term } from "../../core/index.js";
import {
  type Attester,
  DESIGNATION_LABELS,
  type Designation,
  type Exchange,
  type GovernanceKind,
  type Group,
  type Locality,
  RESOURCE_LABELS,
  type RetirementClass,
  type Role,
  type School,
  type Sector,
  STAGE_LABELS,
  type StaffRole,
} from "../../domain/index.js";

/** The words of a closed list by id; further spellings stand in `also`. */
export interface CellWords {
  readonly labels: Readonly<Record<string, Term>>;
  readonly also?: Readonly<Record<string, string>> | undefined;
}

type Labels<Word extends string> = Readonly<Record<Word, Term>>;

const SECTORS: Labels<Sector> = { public: { "zh-CN": "公办", en: "public" }, private: { "zh-CN": "民办", en: "private" } };

const LOCALITIES: Labels<Locality> = {
  urban: { "zh-CN": "城区", en: "urban" },
  town: { "zh-CN": "镇区", en: "town" },
  rural: { "zh-CN": "乡村", en: "rural" },
};

const ADMINISTRATIONS: Labels<NonNullable<School["administeredBy"]>> = {
  ministry: { "zh-CN": "部", en: "ministry" },
  province: { "zh-CN": "省", en: "province" },
  city: { "zh-CN": "市", en: "city" },
  county: { "zh-CN": "县", en: "county" },
  township: { "zh-CN": "乡", en: "township" },
};

const REACHES: Labels<NonNullable<Group["reach"]>> = {
  "same-stage": { "zh-CN": "同学段", en: "same-stage" },
  "cross-stage": { "zh-CN": "跨学段", en: "cross-stage" },
};

const LEGAL_FORMS: Labels<NonNullable<Group["legalForm"]>> = {
  "single-legal-person": { "zh-CN": "单法人制", en: "one legal person" },
  "multiple-legal-persons": { "zh-CN": "多法人制", en: "several legal persons" },
};

const ROLES: Labels<Role> = { lead: { "zh-CN": "牵头校", en: "lead" }, member: { "zh-CN": "成员校", en: "member" } };

const EVIDENCE: Labels<"stated" | "inferred"> = {
  stated: { "zh-CN": "文件载明", en: "stated" },
  inferred: { "zh-CN": "推断", en: "inferred" },
};

const GOVERNANCE_KINDS: Labels<GovernanceKind> = {
  body: { "zh-CN": "机构", en: "body" },
  post: { "zh-CN": "职务", en: "post" },
  document: { "zh-CN": "制度文本", en: "document" },
  fund: { "zh-CN": "经费", en: "fund" },
  power: { "zh-CN": "权限", en: "power" },
  practice: { "zh-CN": "机制", en: "practice" },
};

const LEVELS: Labels<NonNullable<Designation["level"]>> = {
  national: { "zh-CN": "国家级", en: "national" },
  provincial: { "zh-CN": "省级", en: "provincial" },
  municipal: { "zh-CN": "市级", en: "municipal" },
  county: { "zh-CN": "县级", en: "county" },
};

const POSTS: Labels<StaffRole> = {
  teacher: { "zh-CN": "教师", en: "teacher" },
  principal: { "zh-CN": "校长", en: "principal" },
  "vice-principal": { "zh-CN": "副校长", en: "vice principal" },
  "party-secretary": { "zh-CN": "书记", en: "party secretary" },
  "middle-manager": { "zh-CN": "中层干部", en: "middle manager" },
};

const RETIREMENT: Labels<RetirementClass> = {
  men: { "zh-CN": "男", en: "men" },
  "women-55": { "zh-CN": "女（原五十五周岁）", en: "women-55" },
  "women-50": { "zh-CN": "女（原五十周岁）", en: "women-50" },
};

const RELATIONS: Labels<NonNullable<Exchange["relation"]>> = {
  moved: { "zh-CN": "随转", en: "moved" },
  kept: { "zh-CN": "保留", en: "kept" },
};

const ATTESTERS: Labels<Attester> = {
  self: { "zh-CN": "学校自报", en: "the school itself" },
  lead: { "zh-CN": "牵头校", en: "the lead" },
  bureau: { "zh-CN": "教育局", en: "the bureau" },
};

const ADOPTED: Labels<"none" | "partial" | "full"> = {
  none: { "zh-CN": "未采用", en: "none" },
  partial: { "zh-CN": "部分采用", en: "partial" },
  full: { "zh-CN": "全部采用", en: "full" },
};

const PHASES: Labels<"arrange" | "implement" | "assess" | "compare" | "apply"> = {
  arrange: { "zh-CN": "安排", en: "arrange" },
  implement: { "zh-CN": "实施", en: "implement" },
  assess: { "zh-CN": "考核", en: "assess" },
  compare: { "zh-CN": "评比", en: "compare" },
  apply: { "zh-CN": "应用", en: "apply" },
};

const STAGE_WORDS: CellWords = {
  labels: STAGE_LABELS,
  also: { 幼儿园: "kindergarten", 学前教育: "kindergarten", 普高: "senior", 中职: "vocational", 特教: "special" },
};

const POST_WORDS: CellWords = { labels: POSTS, also: { 专任教师: "teacher", 党组织书记: "party-secretary", 中层: "middle-manager" } };

/** 封闭取值. What may be written in a column of a closed list, by table and column. */
const WORDS: Readonly<Record<string, CellWords>> = {
  "schools/stages": STAGE_WORDS,
  "schools/sector": { labels: SECTORS, also: { 公立: "public", 私立: "private" } },
  "schools/locality": { labels: LOCALITIES, also: { 城市: "urban", 镇: "town", 农村: "rural" } },
  "schools/administered-by": {
    labels: ADMINISTRATIONS,
    also: {
      部属: "ministry",
      省属: "province",
      市属: "city",
      区: "county",
      县区: "county",
      区县: "county",
      镇: "township",
      乡镇: "township",
    },
  },
  "campuses/locality": { labels: LOCALITIES, also: { 城市: "urban", 镇: "town", 农村: "rural" } },
  "groups/counted-as": STAGE_WORDS,
  "groups/reach": { labels: REACHES },
  "groups/legal-form": { labels: LEGAL_FORMS, also: { 单法人: "single-legal-person", 多法人: "multiple-legal-persons" } },
  "memberships/role": { labels: ROLES, also: { 总校: "lead", 龙头校: "lead", 核心校: "lead", 牵头学校: "lead", 成员学校: "member" } },
  "memberships/evidence": { labels: EVIDENCE, also: { 载明: "stated" } },
  "governance/kind": { labels: GOVERNANCE_KINDS, also: { 制度: "document" } },
  "designations/kind": {
    labels: DESIGNATION_LABELS,
    also: {
      优质校: "quality",
      薄弱校: "weak",
      中心学校: "central",
      示范: "demonstration",
      示范集团: "demonstration",
      示范性集团: "demonstration",
      示范性教育集团: "demonstration",
      城镇校: "town",
    },
  },
  "designations/level": { labels: LEVELS, also: { 区级: "county", 区县级: "county", 县区级: "county" } },
  "headcounts/stage": STAGE_WORDS,
  "resources/stage": STAGE_WORDS,
  "resources/resource": { labels: RESOURCE_LABELS },
  "teachers/role": POST_WORDS,
  "teachers/stage": STAGE_WORDS,
  "teachers/retirement-class": { labels: RETIREMENT },
  "exchanges/role": POST_WORDS,
  "exchanges/relation": { labels: RELATIONS },
  "tasks/phase": { labels: PHASES },
  "work-records/phase": { labels: PHASES },
  "work-records/attested-by": { labels: ATTESTERS, also: { 自报: "self" } },
  "adoptions/level": { labels: ADOPTED },
  "adoptions/attested-by": { labels: ATTESTERS, also: { 自报: "self" } },
};

/** The closed words of a column; `undefined` for a column of another kind. */
export function cellWords(table: string, column: string): CellWords | undefined {
  return Object.hasOwn(WORDS, `${table}/${column}`) ? WORDS[`${table}/${column}`] : undefined;
}

/** The id of a word as a cell writes it: by its Chinese or English label, a further spelling or the id itself. */
export function wordId({ labels, also = {} }: CellWords, text: string): string | undefined {
  const asked = plain(text);
  for (const [id, label] of Object.entries(labels)) {
    if (asked === plain(id) || asked === plain(label["zh-CN"]) || asked === plain(label.en)) return id;
  }
  return Object.hasOwn(also, text.normalize("NFKC").trim()) ? also[text.normalize("NFKC").trim()] : undefined;
}

/** A word or header without what writers vary: width, spaces, case. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\uFEFF]/g, "")
    .toLowerCase();
}
