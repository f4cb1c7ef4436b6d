import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The schema this command reads. */
export const SCHEMA = "health-statistics-vectors/1";

/** How near an answer must come: within the larger of the two. */
export interface Tolerance {
  readonly abs?: number;
  readonly rel?: number;
  readonly per_field?: Readonly<Record<string, { readonly abs?: number; readonly rel?: number }>>;
}

/** One question with its answer. */
export interface Vector {
  readonly id: string;
  readonly inputs: Record<string, unknown>;
  readonly params: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
  readonly tolerance: Tolerance;
}

/** All questions to one function. */
export interface VectorFile {
  readonly function: string;
  readonly vectors: readonly Vector[];
}

/** A folder or file that this command cannot read; the message is one line for the user. */
export class UnreadableVectors extends Error {
  override readonly name = "UnreadableVectors";
}

/** Reads every JSON file of a folder, in the order of their names. */
export async function readVectorFolder(folder: string): Promise<VectorFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new UnreadableVectors(
      `${folder}: not a readable folder (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  const files = names.filter((name) => name.endsWith(".json")).sort();
  if (files.length === 0) throw new UnreadableVectors(`${folder}: has no .json file`);
  return Promise.all(
    files.map(async (name) => parseVectorFile(name, await readFile(join(folder, name), "utf8"))),
  );
}

/** Checks the parts of the schema that this command relies on. */
export function parseVectorFile(name: string, text: string): VectorFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new UnreadableVectors(`${name}: not JSON (${firstLine((error as Error).message)})`);
  }
  const file = object(data, name, "must be an object");
  if (file.schema !== SCHEMA) throw new UnreadableVectors(`${name}: schema must be "${SCHEMA}"`);
  if (typeof file.function !== "string") throw new UnreadableVectors(`${name}: function must be a name`);
  if (!Array.isArray(file.vectors)) throw new UnreadableVectors(`${name}: vectors must be a list`);
  const vectors = file.vectors.map((entry, i): Vector => {
    const place = `${name}: vectors[${i}]`;
    const vector = object(entry, place, "must be an object");
    if (typeof vector.id !== "string") throw new UnreadableVectors(`${place}: id must be a text`);
    return {
      id: vector.id,
      inputs: object(vector.inputs, `${place}.inputs`, "must be an object"),
      params: object(vector.params ?? {}, `${place}.params`, "must be an object"),
      expected: object(vector.expected, `${place}.expected`, "must be an object"),
      tolerance: object(vector.tolerance ?? {}, `${place}.tolerance`, "must be an object"),
    };
  });
  return { function: file.function, vectors };
}

function object(value: unknown, place: string, rule: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UnreadableVectors(`${place}: ${rule}`);
  }
  return value as Record<string, unknown>;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]!;
}
