import type { Role } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";

/** Somebody of that organisation has an account and that role in the area from now on. */
export async function holds(
  app: App,
  role: Role,
  area: AreaId,
  organisation: OrganisationId = newId<OrganisationId>(),
): Promise<void> {
  const user = newId();
  const at = app.clock.now();
  await withRows(app.db, { actor: "<identity>", areas: [area] }, async (tx) => {
    await db(tx)
      .insertInto("identity_user")
      .values({
        ...{ id: user, name: "担当", email: `${user}@example.jp`, demonstration: false },
        ...{ email_verified: true, image: null, two_factor_enabled: false, created_at: at, updated_at: at },
      })
      .execute();
    await db(tx)
      .insertInto("membership")
      .values({
        ...{ area_id: area, id: newId(), organisation_id: organisation, user_id: user, role },
        ...{ since: at, until: null },
      })
      .execute();
    if (role === "coordinator") {
      // Only an office that can be telephoned opens its window.
      const known = db(tx).selectFrom("organisation").select("id").where("id", "=", organisation);
      if (!(await known.executeTakeFirst()))
        await db(tx)
          .insertInto("organisation")
          .values({
            ...{
              area_id: area,
              id: organisation,
              name: "事務局",
              sort_key: "じむきょく",
              sector: "public_health_centre",
            },
            ...{ phone: "0855-00-0000", published: true, origin: "form", created_at: at, updated_at: at },
            updated_by: "test",
          } as never)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      await db(tx)
        .insertInto("secretariat")
        .values({ area_id: area, organisation_id: organisation, since: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}
