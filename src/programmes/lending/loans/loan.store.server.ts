import { sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import type { LendingPermit } from "../access.ts";
import type { Hold, Loan, Wish } from "../model/lending.schema.ts";
import type { HoldState } from "../model/lending-states.schema.ts";

const LIVE: readonly HoldState[] = ["held", "out", "cleaning"];

const loans = (permit: LendingPermit) => rowsOf(permit, "lendingLoan").selectAll().$narrowType<Loan>();

export const findLoanSubject = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("lendingLoan")
    .select("id")
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

export const findLoan = (permit: LendingPermit, id: string): Promise<Loan | undefined> =>
  loans(permit).where("id", "=", id).executeTakeFirst();

/** The loans of an area, the latest first. */
export const selectLoans = (permit: LendingPermit): Promise<Loan[]> =>
  loans(permit).orderBy("starts", "desc").orderBy("id").limit(500).execute();

export const insertLoan = (
  permit: LendingPermit,
  loan: Omit<Loan, "areaId" | "madeAt" | "madeOn" | "answer" | "signedBy" | "outAt" | "returnedAt">,
) =>
  tables(permit)
    .insertInto("lendingLoan")
    .values({
      ...{ areaId: permit.subject.area, ...loan },
      ...{ madeOn: permit.clock.today(), madeAt: permit.clock.now() },
    })
    .execute();

export const updateLoan = (permit: LendingPermit, id: string, change: Partial<Omit<Loan, "areaId" | "id">>) =>
  tables(permit)
    .updateTable("lendingLoan")
    .set(change)
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();

export async function insertWishes(
  permit: LendingPermit,
  loanId: string,
  wishes: readonly Pick<Wish, "modelId" | "wanted" | "kit">[],
): Promise<void> {
  const areaId = permit.subject.area;
  await tables(permit)
    .insertInto("lendingWish")
    .values(wishes.map((one) => ({ areaId, id: newId() as string, loanId, ...one })))
    .execute();
}

export const selectWishes = (permit: LendingPermit, loans: readonly string[]): Promise<Wish[]> =>
  rowsOf(permit, "lendingWish")
    .selectAll()
    .where("loanId", "=", anyOf(loans))
    .orderBy("kit")
    .orderBy("id")
    .execute();

/** What is kept for others or with them from now on, with all that is not back or not clean yet. */
export const selectBusy = (permit: LendingPermit, models: readonly string[]): Promise<Hold[]> =>
  rowsOf(permit, "lendingHold")
    .selectAll()
    .where("modelId", "=", anyOf(models))
    .where("state", "in", [...LIVE])
    .where((row) =>
      row.or([row("busyUntil", ">", permit.clock.now()), row("state", "in", ["out", "cleaning"])]),
    )
    .orderBy("starts")
    .orderBy("id")
    .execute();

export const selectHolds = (permit: LendingPermit, loan: string): Promise<Hold[]> =>
  rowsOf(permit, "lendingHold")
    .selectAll()
    .where("loanId", "=", loan)
    .where("state", "!=", "freed")
    .orderBy("id")
    .execute();

/**
 * Changes holds while they may overlap for a moment, as when two swap their units; that none does in the end is asked
 * here, so that nothing fails as late as the commit.
 */
export async function changeHolds(
  permit: LendingPermit,
  {
    changes,
    added = [],
  }: Readonly<{
    changes: ReadonlyMap<
      string,
      Partial<
        Pick<
          Hold,
          "unitId" | "state" | "starts" | "ends" | "busyUntil" | "returnedAt" | "condition" | "remark"
        >
      >
    >;
    added?: readonly Omit<Hold, "areaId" | "returnedAt" | "condition" | "remark">[];
  }>,
): Promise<void> {
  const areaId = permit.subject.area;
  await sql`set constraints lending_hold_overlap deferred`.execute(tables(permit));
  for (const [id, change] of changes)
    await tables(permit)
      .updateTable("lendingHold")
      .set(change)
      .where("areaId", "=", areaId)
      .where("id", "=", id)
      .execute();
  if (added.length > 0)
    await tables(permit)
      .insertInto("lendingHold")
      .values(added.map((one) => ({ areaId, ...one })))
      .execute();
  await sql`set constraints lending_hold_overlap immediate`.execute(tables(permit));
}

export async function countAskedBy(
  permit: LendingPermit,
  { phone, email }: Readonly<{ phone: string; email: string }>,
): Promise<number> {
  const { rows } = await sql<{
    loans: number;
  }>`select lending_asked_by(${permit.subject.area}, ${phone}, ${email},
    ${permit.clock.today()}) as loans`.execute(tables(permit));
  return rows[0]!.loans;
}

/** What waits for an answer and what is late, with the next loan of the same unit. */
export async function selectDue(permit: LendingPermit, areas: readonly AreaId[]) {
  if (areas.length === 0) return [];
  const next = sql<string | null>`(select min(later.number) from lending_hold mine
    join lending_hold other on other.area_id = mine.area_id and other.unit_id = mine.unit_id and other.state = 'held'
    join lending_loan later on later.area_id = other.area_id and later.id = other.loan_id
    where mine.area_id = lending_loan.area_id and mine.loan_id = lending_loan.id and mine.state = 'out')`;
  return tables(permit)
    .selectFrom("lendingLoan")
    .select(["areaId", "id", "number", "state", "starts", "ends", next.as("next")])
    .where("areaId", "in", [...areas])
    .where((row) =>
      row.or([
        row("state", "=", "asked"),
        row.and([row("state", "=", "out"), row("ends", "<", permit.clock.now())]),
      ]),
    )
    .orderBy("starts")
    .limit(50)
    .execute();
}

/** Units by model, fiscal year and size of the workplace: lent, and asked for while there were not enough. */
export async function selectUse(permit: LendingPermit) {
  const { rows } = await sql<{ model: string; year: number; size: string; lent: number; short: number }>`
    select model.name as model, loan.size,
      extract(year from (loan.starts at time zone 'Asia/Tokyo') - interval '3 months')::int as year,
      coalesce(sum(wish.wanted) filter (where loan.state in ('out', 'returned')), 0)::int as lent,
      coalesce(sum(wish.wanted) filter (where loan.state = 'short'), 0)::int as short
    from lending_wish wish
    join lending_loan loan on loan.area_id = wish.area_id and loan.id = wish.loan_id
    join lending_model model on model.area_id = wish.area_id and model.id = wish.model_id
    where wish.area_id = ${permit.subject.area}
    group by 1, 2, 3 order by 3 desc, 1, 2`.execute(tables(permit));
  return rows;
}
