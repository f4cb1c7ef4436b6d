import { scopeOf } from "#foundation/actors/public.ts";
import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { formShowing, formTexts } from "#platform/kernel/form-values.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { checkupPolicy } from "../access.ts";
import { erasableBefore } from "../erasure/erasure.rules.ts";
import { countDue } from "../erasure/erasure.store.server.ts";
import { presentAgreement } from "./provider-agreement.present.ts";
import { type Agreement, AgreementInput } from "./provider-agreement.schema.ts";
import {
  findAgreement,
  lockAgreement,
  selectAgreements,
  upsertAgreement,
} from "./provider-agreement.store.server.ts";

export const agreementValues = (
  one?: Omit<Agreement, "areaId" | "id" | "version" | "endedOn" | "erasedBefore">,
) => ({
  ...formTexts(
    one,
    "provider",
    "kind",
    "ground",
    "groundText",
    "smallest",
    "yearsKept",
    "fromDay",
    "untilDay",
  ),
  items: (one?.items ?? []).join(" "),
  combine: (one?.combine ?? []).join(" "),
});

/** The agreements of an area, and one of them as its form shows it. */
export const listAgreements = query({
  name: "provider-agreement.list",
  ...inArea(checkupPolicy, "provider-agreement", { id: rowId().optional() }),
  async run(permit, { id }) {
    const agreements = await selectAgreements(permit);
    const chosen = id === undefined ? undefined : agreements.find((one) => one.id === id);
    const today = permit.clock.today();
    const due = await countDue(
      permit,
      agreements.map((one) => ({ agreement: one.id, before: erasableBefore(one, today) })),
    );
    const maySave = checkupPolicy.may(permit.actor, "provider-agreement.save", permit.subject) !== undefined;
    return ok({
      agreements: agreements.map((one) => presentAgreement(one, today, due.get(one.id) ?? 0)),
      chosen: chosen?.id,
      form: maySave ? formShowing(agreementValues(chosen)) : undefined,
    });
  },
});

export const saveAgreement = command({
  name: "provider-agreement.save",
  ...inArea(checkupPolicy, "provider-agreement", { id: rowId() }),
  input: AgreementInput,
  once: true,
  seen: async (permit, { id }) => agreementValues(await lockAgreement(permit, id)),
  values: agreementValues,
  async run(permit, { id, area: _, ...told }) {
    const held = await findAgreement(permit, id);
    await upsertAgreement(
      permit,
      { id, ...told, endedOn: held?.endedOn ?? null },
      scopeOf(permit.actor).actor,
    );
    return ok({ id });
  },
});

/** Ends an agreement today: no further file comes in by it; what was published stays citable. */
export const endAgreement = command({
  name: "provider-agreement.end",
  ...inArea(checkupPolicy, "provider-agreement", { id: rowId() }),
  once: true,
  async run(permit, { id }) {
    const held = await lockAgreement(permit, id);
    if (!held) return notFound("provider-agreement");
    const { areaId: _, version: __, erasedBefore: ___, ...told } = held;
    await upsertAgreement(
      permit,
      { ...told, endedOn: held.endedOn ?? permit.clock.today() },
      scopeOf(permit.actor).actor,
    );
    return ok(undefined);
  },
});
