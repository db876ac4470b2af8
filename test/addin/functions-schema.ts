/** The published schema of functions.json, read from the package that carries it: no network. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv-draft-04";

const carrier = dirname(createRequire(import.meta.url).resolve("@microsoft/app-manifest/package.json"));
const file = join(carrier, "build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json");
const { definitions } = JSON.parse(readFileSync(file, "utf8"));
const published = definitions.extensionFunction;

/** The unified manifest flattens what functions.json nests in `options`; and unlike it we let no unknown key pass. */
const { id, name, description, helpUrl, parameters, result, ...flattened } = published.properties;
const options = { type: "object", properties: flattened, additionalProperties: false };
const resultType = { enum: ["number", "string", "boolean", "any"] };
definitions.extensionFunction = {
  ...published,
  properties: { id, name, description, helpUrl, parameters, result, options },
  required: [...published.required, "description"],
  additionalProperties: false,
};
definitions.extensionFunctionParameter = {
  ...definitions.extensionFunctionParameter,
  required: ["name", "description", "type"],
  additionalProperties: false,
};
definitions.extensionResult.properties.type = resultType;
definitions.extensionResult.additionalProperties = false;

const validate = new Ajv({ strict: false, allErrors: true }).compile({
  type: "object",
  definitions,
  properties: {
    allowErrorForDataTypeAny: { type: "boolean" },
    allowCustomDataForDataTypeAny: { type: "boolean" },
    functions: definitions.extensionCustomFunctions.properties.functions,
    enums: definitions.extensionCustomFunctions.properties.enums,
  },
  required: ["functions"],
  additionalProperties: false,
});

/** What the schema finds wrong, none when it is fine. */
export function schemaErrors(metadata: unknown): string[] {
  validate(metadata);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
