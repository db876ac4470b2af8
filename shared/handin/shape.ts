/**
 * The shape of a file that was handed in, checked without the wire's validators, which stay out of the browser: strict, so that
 * nothing is there that is not asked for, and no deeper than the shape itself, however deep the file is.
 */
import type { Finding } from "../exam.ts";
import type { Words } from "../refusal.ts";

/** Says what is wrong with a value; `at` is its place as a JSON path. */
export type Shape = (value: unknown, at: string, found: Finding[]) => void;

/** Faults that are told of one file. */
export const MOST_FAULTS = 10;

/** Everything that is not as the shape has it, as many as are told. */
export function faultsIn(shape: Shape, value: unknown): Finding[] {
  const found: Finding[] = [];
  shape(value, "", found);
  return found.slice(0, MOST_FAULTS);
}

function say(found: Finding[], at: string, zh: string, en: string): void {
  found.push({ at, words: { zh, en } });
}

/** A text of so many UTF-16 units, of the pattern where one is given. */
export function text(least: number, most: number, pattern?: RegExp): Shape {
  return (value, at, found) => {
    if (typeof value !== "string" || value.length < least || value.length > most || (pattern && !pattern.test(value)))
      say(found, at, `应是 ${least} 到 ${most} 个字符的规定写法。`, `must be ${least} to ${most} characters, as prescribed`);
  };
}

/** A code that its pattern bounds; `asked` says of one that people write what it may be. */
export function code(pattern: RegExp, asked?: Words): Shape {
  const bounded = text(1, 100, pattern);
  if (!asked) return bounded;
  return (value, at, found) => {
    const faults: Finding[] = [];
    bounded(value, at, faults);
    found.push(...faults.map((one) => ({ ...one, words: asked })));
  };
}

export function whole(least: number, most: number = Number.MAX_SAFE_INTEGER): Shape {
  return (value, at, found) => {
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
      say(found, at, `应是 ${least} 到 ${most} 的整数。`, `must be a whole number from ${least} to ${most}`);
  };
}

export function number(least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Shape {
  return (value, at, found) => {
    if (typeof value !== "number" || !Number.isFinite(value) || value < least || value > most)
      say(found, at, "应是范围内的数。", "must be a number in range");
  };
}

export function one(...values: readonly (string | number)[]): Shape {
  return (value, at, found) => {
    if (!values.includes(value as string)) say(found, at, `应是 ${values.join("、")} 之一。`, `must be one of ${values.join(", ")}`);
  };
}

export function orNull(shape: Shape): Shape {
  return (value, at, found) => {
    if (value !== null) shape(value, at, found);
  };
}

/** Either of two shapes. */
export function either(first: Shape, second: Shape): Shape {
  return (value, at, found) => {
    const tried: Finding[] = [];
    first(value, at, tried);
    if (tried.length > 0) second(value, at, found);
  };
}

export function list(shape: Shape, least: number, most: number): Shape {
  return (value, at, found) => {
    if (!Array.isArray(value)) say(found, at, "应是列表。", "must be a list");
    else if (value.length < least || value.length > most)
      say(found, at, `应有 ${least} 到 ${most} 项，现有 ${value.length} 项。`, `must have ${least} to ${most} items, not ${value.length}`);
    else for (let index = 0; index < value.length && found.length < MOST_FAULTS; index++) shape(value[index], `${at}[${index}]`, found);
  };
}

/** A list of fixed length, each place with its own shape. */
export function tuple(...shapes: readonly Shape[]): Shape {
  return (value, at, found) => {
    if (!Array.isArray(value) || value.length !== shapes.length)
      say(found, at, `应有 ${shapes.length} 项。`, `must have ${shapes.length} items`);
    else
      shapes.forEach((shape, index) => {
        shape(value[index], `${at}[${index}]`, found);
      });
  };
}

/** An object with exactly these fields; of the optional ones any may be missing. */
export function record(fields: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return (value, at, found) => {
    if (!isObject(value)) return say(found, at, "应是对象。", "must be an object");
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key) && !Object.hasOwn(optional, key))
        say(found, join(at, key), "没有这个字段。", "there is no such field");
    }
    for (const [key, shape] of Object.entries(fields)) {
      if (!Object.hasOwn(value, key)) say(found, join(at, key), "缺少这个字段。", "this field is missing");
      else shape(value[key], join(at, key), found);
    }
    for (const [key, shape] of Object.entries(optional)) if (Object.hasOwn(value, key)) shape(value[key], join(at, key), found);
  };
}

/** An object under names of one shape; names that a prototype has are none. */
export function under(name: Shape, shape: Shape): Shape {
  return (value, at, found) => {
    if (!isObject(value)) return say(found, at, "应是对象。", "must be an object");
    for (const [key, part] of Object.entries(value)) {
      if (["__proto__", "constructor", "prototype"].includes(key)) say(found, join(at, key), "没有这个字段。", "there is no such field");
      name(key, join(at, key), found);
      shape(part, join(at, key), found);
    }
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function join(at: string, key: string): string {
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  return at === "" ? shown : `${at}.${shown}`;
}
