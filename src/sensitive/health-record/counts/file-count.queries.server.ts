import { sql } from "kysely";
import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import { ok } from "#platform/kernel/result.ts";
import { policy } from "../access.ts";
import { toldCount } from "./file-count.rules.ts";

type Counted = Readonly<Record<"begun" | "secondYear" | "shown", number>>;

/** What the council may know of the files: how many there are, were still kept after a year, and were shown to somebody. */
export const countFiles = query({
  name: "health-file.count",
  policy,
  target: z.object({}),
  subject: () => ({ type: "health-file", area: NATION }),
  async run(permit) {
    const { rows } = await sql<Counted>`
      select count(*)::int as begun,
        count(*) filter (where exists (select from sensitive.health_entry entry
          where entry.file_id = file.id and entry.changed_at >= file.made_at + interval '1 year'))::int as "secondYear",
        count(*) filter (where exists (select from sensitive.health_share_look look
          where look.file_id = file.id))::int as shown
      from sensitive.health_file file`.execute(tables(permit));
    const { begun, secondYear, shown } = rows[0]!;
    return ok({ begun: toldCount(begun), secondYear: toldCount(secondYear), shown: toldCount(shown) });
  },
});
