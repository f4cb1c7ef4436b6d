import { db, type RowAccess } from "#platform/db/rows.ts";
import type { Wish } from "./rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    mail_wish: { area_id: string; address: string; wish: Wish; set_by: string; set_at: Date };
  }
}

const same = (address: string) => address.trim().toLowerCase();

/** What that mailbox wishes in an area; at once where it has said nothing. */
export async function findWish(access: RowAccess, area: string, address: string): Promise<Wish> {
  const row = await db(access)
    .selectFrom("mail_wish")
    .select("wish")
    .where("area_id", "=", area)
    .where("address", "=", same(address))
    .executeTakeFirst();
  return row?.wish ?? "at_once";
}

/** The caller has made sure that the mailbox is theirs: they sign in by it, or came by a link that it got. */
export async function saveWish(
  access: RowAccess,
  wished: Readonly<{ area: string; address: string; wish: Wish }>,
  by: string,
  at: Date,
): Promise<void> {
  const { area, address, wish } = wished;
  await db(access)
    .insertInto("mail_wish")
    .values({ area_id: area, address: same(address), wish, set_by: by, set_at: at })
    .onConflict((conflict) =>
      conflict.columns(["area_id", "address"]).doUpdateSet({ wish, set_by: by, set_at: at }),
    )
    .execute();
}
