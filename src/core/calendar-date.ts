/** A day of the Gregorian calendar, `YYYY-MM-DD`, without time or zone. */
export type CalendarDate = string;
