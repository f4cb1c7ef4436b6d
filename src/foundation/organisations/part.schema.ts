import { createContext } from "react-router";
import type { UseCase } from "#foundation/authority/public.ts";

/** A line of what a module knows of an organisation; `to` leads to where it is kept. */
export type OrganisationLine = Readonly<{ text: string; detail?: string; to?: string }>;

/**
 * What a module tells of an organisation on its page: a query by the organisation's id that shows to each what they may
 * see; without a line, or for who may see none, the part is left out.
 */
export type OrganisationPart = Readonly<{
  title: string;
  position: number;
  query: UseCase<UseCase["declared"]["target"], readonly OrganisationLine[]>;
}>;

/** The parts of all modules, for the page of an organisation. */
export const organisationPartsContext = createContext<readonly OrganisationPart[]>([]);
