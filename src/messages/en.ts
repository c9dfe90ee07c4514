import type { Catalog } from "./catalog.js";
import { explanation, words } from "./en/core.js";

/** English. Every sentence as a courtesy to readers abroad. */
export const en: Catalog = { locale: "en", words, explanation };
