import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { choice, day, longText, text } from "#platform/kernel/form-fields.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { by } from "../cases/case.commands.server.ts";
import { findCaseByNumber } from "../cases/case.store.server.ts";
import { writableCase } from "../cases/writable-case.usecases.server.ts";
import { selectClients } from "../clients/client.store.server.ts";
import { LOOK_WHY, noteLooks } from "../targets/look.usecases.server.ts";
import { ofCase, ofPlan } from "../targets/target.usecases.server.ts";
import {
  insertPlan,
  lockPlan,
  openGoals,
  selectMembers,
  updateGoals,
  updateLeft,
  upsertMember,
} from "./support-plan.store.server.ts";

const AgreementInput = z.object({
  relation: text("続柄", { most: 30 }),
  agreedOn: day("同意した日"),
  way: choice("同意の方法", ["paper", "screen", "telephone", "spoken"]),
});

/** Begins a family's plan with the first case; that person agrees like any other member. */
export const beginSupportPlan = command({
  name: "support-plan.begin",
  ...ofCase({ plan: rowId() }),
  input: AgreementInput.extend({ goals: longText("家族の共通の目標") }),
  once: true,
  async run(permit, { case: caseId, plan, goals, relation, agreedOn, way }) {
    const held = await writableCase(permit, caseId);
    if (!held.ok) return held;
    const row = held.value;
    if (agreedOn > permit.clock.today()) return invalid({ agreedOn: [FUTURE] });
    await insertPlan(
      permit,
      {
        id: plan,
        organisationId: row.organisationId,
        areaId: row.areaId,
        number: `F${row.number}`,
        madeBy: by(permit),
      },
      goals,
    );
    await upsertMember(permit, {
      ...{ relation, agreedOn, way },
      ...{ planId: plan, caseId, organisationId: row.organisationId, personId: row.personId },
    });
    return ok({ id: plan });
  },
});

const FUTURE = "同意した日は、本日までの日付にしてください。";

export const saveSupportPlan = command({
  name: "support-plan.save",
  ...ofPlan(),
  input: z.object({ goals: longText("家族の共通の目標") }),
  async seen(permit, { plan }) {
    const row = await lockPlan(permit, plan);
    return row && formTexts({ goals: await openGoals(permit, row) }, "goals");
  },
  async run(permit, { plan, goals }) {
    const row = (await lockPlan(permit, plan))!;
    if ((await selectMembers(permit, plan)).length === 0)
      return conflict("参加している方がいないため、目標は変更できません。何も保存していません。");
    await updateGoals(permit, row, goals);
    return ok(undefined);
  },
});

/** Another member of the family joins with their own case, by their own consent. */
export const joinSupportPlan = command({
  name: "support-plan.join",
  ...ofPlan(),
  input: AgreementInput.extend({ number: text("相談番号", { most: 20 }) }),
  once: true,
  async run(permit, { plan, number, relation, agreedOn, way }) {
    if (!(await lockPlan(permit, plan))) return notFound("support-plan");
    const found = await findCaseByNumber(permit, permit.subject.organisation, number);
    if (!found) return invalid({ number: ["この機関に、その番号の相談はありません。"] });
    const held = await writableCase(permit, found.id);
    if (!held.ok) return held;
    const row = held.value;
    if (agreedOn > permit.clock.today()) return invalid({ agreedOn: [FUTURE] });
    await upsertMember(permit, {
      ...{ relation, agreedOn, way },
      ...{ planId: plan, caseId: row.id, organisationId: row.organisationId, personId: row.personId },
    });
    return ok(undefined);
  },
});

export const leaveSupportPlan = command({
  name: "support-plan.leave",
  ...ofPlan({ case: rowId() }),
  async run(permit, { plan, case: caseId }) {
    if (!(await lockPlan(permit, plan))) return notFound("support-plan");
    const { numUpdatedRows } = await updateLeft(permit, plan, caseId);
    return numUpdatedRows === 1n ? ok(undefined) : conflict("この方は、すでに計画から外れています。");
  },
});

/** The plan of a family: common goals and who takes part. What one of them said stands in that one's own case. */
export const readSupportPlan = query({
  name: "support-plan.read",
  ...ofPlan(),
  async run(permit, { plan }) {
    const row = await lockPlan(permit, plan);
    if (!row) return notFound("support-plan");
    const members = await selectMembers(permit, plan);
    const known = await selectClients(
      permit,
      members.map(({ personId }) => personId),
    );
    const goals = await openGoals(permit, row);
    await noteLooks(
      permit,
      row.organisationId,
      members.map(({ personId }) => ({ person: personId, what: "家族の支援計画", why: LOOK_WHY.family })),
    );
    return ok({
      id: row.id,
      number: row.number,
      goals,
      form: formTexts({ goals }, "goals"),
      members: members.map((one) => ({
        case: one.caseId,
        name: known.get(one.personId)?.known.name || "匿名",
        relation: one.relation,
        agreedOn: one.agreedOn,
      })),
    });
  },
  shows: ({ members }) => members.map((one) => `case:${one.case}`),
});
