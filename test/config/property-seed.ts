/**
 * Property tests draw the same cases on every run, so that what lands has passed exactly these; `PROPERTY_SEED=n npm run unit` draws others.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 20_240_901) });
