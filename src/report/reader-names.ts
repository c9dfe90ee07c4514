import { type Missing, SchoolGroupsError } from "../core/index.js";
import type { Catalog } from "../messages/index.js";
import type { Finding } from "../rules/index.js";
import { type ComposeContext, composeContext } from "./compose/compose-context.js";
import type { DistrictReport } from "./district-report.js";

/** What a school may see by name: itself, and its groups as far as their names name no other school. */
export interface SchoolReader {
  readonly id: string;
  readonly name: string;
  /** Ids of its own groups, in the order of the file. */
  readonly groups: ReadonlySet<string>;
  /** Itself and the schools of its groups. */
  readonly schools: ReadonlySet<string>;
  readonly context: ComposeContext;
  /** Whether a piece of data carries another school's name or id, or that of a group that is not its own. */
  readonly mentionsOthers: (data: unknown) => boolean;
}

/** A, B, …, Z, AA, AB: the position in letters. */
function letters(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : `${letters((position - 26 - (position % 26)) / 26)}${last}`;
}

/** Every text within a piece of plain data. */
function textsOf(data: unknown): readonly string[] {
  if (typeof data === "string") return [data];
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap(textsOf);
}

/**
 * The names one school may read. Peers are lettered in the order in which their groups list them, so that a school is the same letter on
 * every page; a group of two schools still shows who the other is. Throws `unknown-id` for a school that the report does not have.
 */
export function schoolReader(report: DistrictReport, id: string, catalog: Catalog): SchoolReader {
  const own = report.names.schools.find((school) => school.id === id);
  if (own === undefined) throw new SchoolGroupsError("unknown-id", "the reader is no school of the report", { school: id });
  const ownGroups = report.names.groups.filter(({ schools }) => schools.includes(id));
  const groups = new Set(ownGroups.map((group) => group.id));
  const peers = [...new Set(ownGroups.flatMap(({ schools }) => schools))].filter((school) => school !== id);
  const sentences = catalog.reader;
  const aliases = new Map(peers.map((peer, position) => [peer, sentences.peer({ letters: letters(position) })]));
  // In a file with errors two records may have one id: the second is another school.
  const others = report.names.schools.filter((school) => school !== own);
  const otherGroups = report.names.groups.filter((group) => !groups.has(group.id));
  const forbidden = new Set([...others, ...otherGroups].map((one) => one.id).filter((one) => one !== id));
  const aliasesOfOthers = others.flatMap((school) => school.aliases ?? []);
  const namesOfOthers = [...[...others, ...otherGroups].map(({ name }) => name), ...aliasesOfOthers].filter(
    (name) => name !== "" && name !== own.name,
  );
  const mentionsOthers = (data: unknown): boolean =>
    textsOf(data).some(
      (text) => forbidden.has(text) || namesOfOthers.some((name) => text.split(own.name).some((part) => part.includes(name))),
    );
  const groupNames = new Map(
    ownGroups.map((group, position) => [
      group.id,
      mentionsOthers(group.name) ||
      others.some((school) => school.id !== id && group.name.includes(school.id)) ||
      // Names that are not sound are not known, so that they cannot be looked for.
      !report.validation.value.usable
        ? sentences.ownGroup({ letters: letters(position) })
        : group.name,
    ]),
  );
  const nameOfSchool = (school: string): string => (school === id ? own.name : (aliases.get(school) ?? sentences.otherSchool));
  const nameOfGroup = (group: string): string => groupNames.get(group) ?? sentences.otherGroup;
  const base = composeContext(report, catalog, (_kind, _id, name) => name);
  const nameOf: ComposeContext["nameOf"] = (subject) => {
    if (subject.kind === "school") return nameOfSchool(subject.id);
    return subject.kind === "group" ? nameOfGroup(subject.id) : base.nameOf?.(subject);
  };
  const context = { ...base, nameOfSchool, nameOfGroup, nameOf };
  return { id, name: own.name, groups, schools: new Set([id, ...peers]), context, mentionsOthers };
}

/** Whether a finding is about the school, or about one of its groups as a whole. */
export function isAbout({ id, groups }: SchoolReader, { subject }: Pick<Finding, "subject">): boolean {
  if (subject.kind === "group") return groups.has(subject.id);
  return subject.kind === "school" && subject.id === id && (subject.group === undefined || groups.has(subject.group));
}

function withoutOthers(missing: Missing, reader: SchoolReader): readonly Missing[] {
  const { subject, ...rest } = "subject" in missing ? missing : { ...missing, subject: undefined };
  if (reader.mentionsOthers(rest)) return [];
  const shown = subject !== undefined && isAbout(reader, { subject });
  return [(shown ? missing : rest) as Missing];
}

/** A finding without texts that name others. */
export function findingFor(reader: SchoolReader, finding: Finding): Finding {
  return {
    ...finding,
    operands: finding.operands.filter((operand) => !reader.mentionsOthers(operand.value)),
    missing: finding.missing.flatMap((missing) => withoutOthers(missing, reader)),
  };
}
