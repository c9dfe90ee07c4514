/** The version of this library, as printed in every report's provenance. */
export const VERSION = "0.1.0";
