/**
 * `npm run golden`: takes today's functions.json as the golden file. Read the difference before you commit it:
 * arguments are only ever appended, as optional ones, since workbooks out there call the rest by position.
 */
import { writeFileSync } from "node:fs";
import { metadataOf } from "../../addin/build/metadata.ts";

writeFileSync(new URL("../addin/functions.golden.json", import.meta.url), `${JSON.stringify(await metadataOf(), null, 2)}\n`);
