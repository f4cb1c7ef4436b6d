import type { Actor } from "#foundation/actors/public.ts";
import { findArea } from "#foundation/areas/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import { findOrganisation } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { RESERVED } from "../../members/access.ts";
import { OPERATOR } from "../../members/schema.ts";
import { insertMembership } from "../../members/store.server.ts";
import { passwordMend } from "../../password/usecases.server.ts";
import { IDENTITY_SCOPE } from "../../store.server.ts";
import { userPolicy } from "../access.ts";
import { NewUser, type UserRow } from "../schema.ts";
import { deleteSecondFactors, findUserByEmail, listUserRows } from "../store.server.ts";
import { hashPassword, makeUser } from "../usecases.server.ts";

/** Makes a user with a first membership: how the first administrator comes to be. */
export async function createUser(
  app: App,
  actor: Actor,
  input: unknown,
): Promise<Result<{ id: UserId; email: string }>> {
  const parsed = NewUser.safeParse(input);
  if (!parsed.success) return invalid(parsed.error.flatten().fieldErrors);
  const { email, name, role, password } = parsed.data;
  const mend = await passwordMend(password, { secondFactor: false, about: [email, name] });
  if (mend) return invalid({ password: [mend] });
  const place = await act(app, actor, async (unit) => {
    const found = await placeOf(unit, parsed.data);
    if (!found.ok) return found;
    const permit = await authorise(unit, userPolicy, "user.create", {
      type: "user",
      area: found.value.areaId,
    });
    return permit.ok ? found : permit;
  });
  if (!place.ok) return place;
  const id = await makeUser(app, { email, name, passwordHash: await hashPassword(app, password) });
  if (!id) return conflict(`There is a user ${email} already.`);
  await withRows(app.db, { actor: IDENTITY_SCOPE.actor, areas: "all" }, (permit) =>
    insertMembership(permit, { ...place.value, userId: id, role, since: app.clock.now() }),
  );
  return ok({ id, email });
}

/** Where the membership stands: an organisation at home in the area, or the operator for roles that belong to none. */
async function placeOf(
  permit: RowAccess,
  input: NewUserInput,
): Promise<Result<{ areaId: AreaId; organisationId: OrganisationId }>> {
  // The nation is there before any area is loaded.
  const areaId = input.area === "jp" ? ("jp" as AreaId) : (await findArea(permit, input.area))?.id;
  if (!areaId) return invalid({ area: [`no one area is called ${input.area}`] });
  if (input.organisation === undefined) {
    return RESERVED.includes(input.role)
      ? ok({ areaId, organisationId: OPERATOR })
      : invalid({
          organisation: [`a ${input.role} belongs to an organisation; name it with --organisation`],
        });
  }
  const organisation = await findOrganisation(permit, areaId, input.organisation);
  return organisation
    ? ok({ areaId, organisationId: organisation.id })
    : invalid({ organisation: [`no organisation of that name is at home in ${areaId}`] });
}

type NewUserInput = ReturnType<typeof NewUser.parse>;

export async function listUsers(app: App): Promise<UserRow[]> {
  return withRows(app.db, { actor: IDENTITY_SCOPE.actor, areas: "all" }, listUserRows);
}

/**
 * Takes authenticator, recovery codes and passkeys away from a user who lost them, and ends their sessions. The next
 * sign-in with the password leads to setting up a new second factor.
 */
export async function resetSecondFactor(app: App, actor: Actor, email: string): Promise<Result<undefined>> {
  const user = await withRows(app.db, IDENTITY_SCOPE, (permit) => findUserByEmail(permit, email));
  if (!user) return notFound(`user ${email}`);
  const permitted = await act(app, actor, (unit) =>
    authorise(unit, userPolicy, "user.reset-second-factor", {
      type: "user",
      id: user.id,
      person: user.id,
      area: "jp" as AreaId,
    }),
  );
  if (!permitted.ok) return permitted;
  await withRows(app.db, IDENTITY_SCOPE, (permit) => deleteSecondFactors(permit, user.id));
  return ok(undefined);
}
