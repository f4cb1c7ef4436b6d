import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { by } from "../cases/case.commands.server.ts";
import { findCase, insertCaseEvent } from "../cases/case.store.server.ts";
import { ofCase } from "../targets/target.usecases.server.ts";
import { lockClient, selectMergedInto, updateMerged, upsertJudgement } from "./client.store.server.ts";

/** Says of two clients that were proposed as one whether they are: nobody but a person decides. */
export const judgeClients = command({
  name: "client.judge",
  ...ofCase({ other: rowId() }),
  input: z.object({ verdict: choice("判断", ["same", "different"]) }),
  async run(permit, { case: id, other, verdict }) {
    const row = await findCase(permit, id);
    if (!row?.clientId || row.clientId === other) return notFound("client");
    const [first, second] = [row.clientId, other].sort() as [string, string];
    const held = [await lockClient(permit, first), await lockClient(permit, second)];
    const there = held.find((one) => one?.id === other);
    if (there?.organisationId !== row.organisationId) return notFound("client");
    const own = held.find((one) => one?.id === row.clientId);
    // One step deep: who was merged stands behind one record, which is merged nowhere itself.
    const behind = (await selectMergedInto(permit, other)).length > 0;
    if (own?.mergedInto || there.mergedInto || (verdict === "same" && behind))
      return conflict(
        "すでに別の記録と統合されています。統合先の相談の画面から操作してください。何も変わっていません。",
      );
    const me = by(permit);
    await upsertJudgement(permit, row.organisationId, [row.clientId, other], verdict === "same", me);
    if (verdict === "same") {
      await updateMerged(permit, other, row.clientId);
      await insertCaseEvent(permit, row, "merged", { detail: other, by: me });
    }
    return ok(undefined);
  },
});

/** Parts two clients that were merged; each has what it had. */
export const partClients = command({
  name: "client.part",
  ...ofCase({ other: rowId() }),
  async run(permit, { case: id, other }) {
    const row = await findCase(permit, id);
    const there = await lockClient(permit, other);
    if (!row?.clientId || there?.organisationId !== row.organisationId) return notFound("client");
    if (there.mergedInto !== row.clientId)
      return conflict("この2つの記録は統合されていません。何も変わっていません。");
    const me = by(permit);
    await updateMerged(permit, other, null);
    await upsertJudgement(permit, row.organisationId, [row.clientId, other], false, me);
    await insertCaseEvent(permit, row, "parted", { detail: other, by: me });
    return ok(undefined);
  },
});
