import {
  type Actor,
  type Role,
  reaches,
  roleAnywhere,
  roleInArea,
  roleInOrganisation,
} from "#foundation/actors/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PolicyTable, Rule, Subject } from "./permit.schema.ts";

/** A module's rules of access as one table: an action, and who may. */
export const definePolicy = <Action extends string, S extends Subject>(
  rights: Readonly<Record<Action, Rule<S>>>,
  {
    quiet = [],
    sensitive = false,
  }: Readonly<{ quiet?: readonly NoInfer<Action>[]; sensitive?: boolean }> = {},
): PolicyTable<Action, S> => ({
  rights,
  quiet,
  sensitive,
  may: (actor, action, subject) => rights[action](actor, subject),
});

/** Whoever comes, signed in or not. */
export const anyone: Rule = () => "anyone";

/** Whoever is signed in; what they see is bounded by what they reach. */
export const signedIn: Rule = (actor) => (actor.kind === "person" ? "oneself" : undefined);

/** The rounds and commands of these names. No other service may. */
export const services = (...names: readonly string[]): Rule & { services: readonly string[] } =>
  Object.assign(
    (actor: Actor) => (actor.kind === "service" && names.includes(actor.name) ? "service" : undefined),
    { services: names },
  );

/** Who holds one of these roles for an organisation that serves the subject's area. */
export const roleHere =
  (...roles: readonly Role[]): Rule =>
  (actor, { area }) =>
    roleInArea(actor, area, roles);

/** Who holds one of these roles anywhere and reaches the subject's area, as who works further up does. */
export const roleAbove =
  (...roles: readonly Role[]): Rule =>
  (actor, { area }) =>
    reaches(actor, area) ? roleAnywhere(actor, roles) : undefined;

/** Who holds one of these roles in an organisation that the subject names. */
export const roleIn =
  <S extends Subject>(
    organisations: (subject: S) => OrganisationId | null | undefined | readonly OrganisationId[],
    ...roles: readonly Role[]
  ): Rule<S> =>
  (actor, subject) =>
    [organisations(subject) ?? []]
      .flat()
      .map((one) => roleInOrganisation(actor, one, roles))
      .find((role) => role !== undefined);

/** Who holds a link for one of these purposes to this very subject. */
export const holderOf =
  (...purposes: readonly string[]): Rule =>
  (actor, subject) =>
    actor.kind === "holder" &&
    purposes.includes(actor.purpose) &&
    actor.subject === subject.id &&
    (actor.area === null || actor.area === subject.area)
      ? "holder"
      : undefined;

/** The user whom the subject is about. */
export const oneself: Rule = (actor, subject) =>
  actor.kind === "person" && subject.id === actor.userId ? "oneself" : undefined;

/** The first of these rules that gives grounds. Its parts can be seen, so that a test can leave out each in turn. */
export function anyOf<S extends Subject>(
  ...parts: readonly Rule<S>[]
): Rule<S> & { parts: readonly Rule<S>[] } {
  const rule: Rule<S> = (actor: Actor, subject: S) => {
    for (const part of parts) {
      const grounds = part(actor, subject);
      if (grounds !== undefined) return grounds;
    }
    return undefined;
  };
  return Object.assign(rule, { parts });
}

/** The grounds of the rule, where the subject allows it at all. */
export const where =
  <S extends Subject>(holds: (subject: S) => boolean, rule: Rule<S>): Rule<S> =>
  (actor, subject) =>
    holds(subject) ? rule(actor, subject) : undefined;
