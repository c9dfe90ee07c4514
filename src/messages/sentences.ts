/** A sentence for every code of a room: a code without one does not compile. Parameters are display-ready; text that users wrote is escaped by the renderer. */
export type Sentences<Table> = { readonly [Code in keyof Table]: (params: Table[Code]) => string };
