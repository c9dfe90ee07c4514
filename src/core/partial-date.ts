/** A day, a month (`"2023-09"`), a year (`"2019"`) or a span of them (`"2019/2023-09"`): as much as the source says. */
export type PartialDate = string;
