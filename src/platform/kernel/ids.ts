import { v5, v7 } from "uuid";

declare const brand: unique symbol;
/** A string that may only be used where its kind is asked for. */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };

export type UserId = Branded<"UserId">;
export type OrganisationId = Branded<"OrganisationId">;

/**
 * The id of an area: `jp` (nation), two digits (prefecture), five digits (municipality, JIS X 0402), or
 * a prefixed one for areas that have no national code of their own (`sma-14-05`, `phc-32-hamada`, `lso-14-sagamihara`).
 */
export type AreaId = Branded<"AreaId">;

/** A new id, ordered by time so that indexes stay dense; unique without any shared counter. */
export const newId = <Id extends Branded<string>>(): Id => v7() as Id;

/** Of our own making; ids that are named under it stay the same in every installation. */
const NAMES = "6f0a3c1e-54b7-4d0e-9c52-8d3f0b7a2e11";

/** The id of what these words name, always the same: of shipped samples, or of what one form makes several of. */
export const namedId = <Id extends Branded<string>>(...words: readonly string[]): Id =>
  v5(words.join("\0"), NAMES) as Id;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);

/** The id that an address gives; undefined where it gives none, or words that are none. */
export const idOf = (text: string | null | undefined): string | undefined =>
  text && isUuid(text) ? text : undefined;
