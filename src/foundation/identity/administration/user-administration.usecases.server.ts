import { z } from "zod";
import { findArea, NATION } from "#foundation/areas/public.ts";
import { also, command, query, type Work } from "#foundation/authority/public.ts";
import { findOrganisation } from "#foundation/organisations/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { memberPolicy, RESERVED } from "../membership.access.ts";
import { passwordMend } from "../password/password.usecases.server.ts";
import { OPERATOR } from "../people/membership.schema.ts";
import { insertMembership } from "../people/membership.store.server.ts";
import { NewUser } from "../people/user.schema.ts";
import { insertUser, listUserRows } from "../people/user.store.server.ts";
import { hashPassword } from "../sign-in/password-hash.usecases.server.ts";
import { alsoAsSignIn } from "../sign-in-access.store.server.ts";
import { userPolicy } from "../user.access.ts";

const allUsers = () => ({ type: "user", area: NATION });

/** Makes a user with a first membership: how the first administrator comes to be. */
export const createUser = command({
  name: "user.create",
  policy: userPolicy,
  target: z.object({}),
  subject: allUsers,
  input: NewUser,
  async run(permit, input, app): Promise<Result<{ id: UserId; email: string }>> {
    const { email, name, role, password } = input;
    const mend = await passwordMend(password, app, { secondFactor: false, about: [email, name] });
    if (mend) return invalid({ password: [mend] });
    const place = await placeOf(permit, input);
    if (!place.ok) return place;
    const passwordHash = await hashPassword(app, password);
    const id = await alsoAsSignIn(permit, (access) => insertUser(access, { email, name, passwordHash }));
    if (!id) return conflict(`There is a user ${email} already.`);
    const subject = { type: "membership", area: place.value.areaId, person: id, role };
    const adding = await also(permit, memberPolicy, "member.add", subject);
    if (!adding.ok) return adding;
    await insertMembership(adding.value, { ...place.value, userId: id, role });
    return ok({ id, email });
  },
});

/** Where the membership stands: an organisation at home in the area, or the operator for roles that belong to none. */
async function placeOf(
  permit: Work,
  input: z.output<typeof NewUser>,
): Promise<Result<{ areaId: AreaId; organisationId: OrganisationId }>> {
  // The nation is there before any area is loaded.
  const areaId = input.area === NATION ? NATION : (await findArea(permit, input.area))?.id;
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

export const listUsers = query({
  name: "user.list",
  policy: userPolicy,
  target: z.object({}),
  subject: allUsers,
  run: async (permit) => ok(await alsoAsSignIn(permit, listUserRows)),
  shows: (users) => users.map(({ id }) => `user:${id}`),
});
