import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { invalid, ok } from "#platform/kernel/result.ts";
import { by } from "../cases/case.commands.server.ts";
import { insertCaseEvent } from "../cases/case.store.server.ts";
import { colleaguesOf } from "../cases/colleague.usecases.server.ts";
import { moveCases } from "../cases/working-list.store.server.ts";
import { atOffice } from "../targets/target.usecases.server.ts";

/** Hands all open cases of somebody who is gone to a colleague, where no supervisor is left to do it. No case is opened. */
export const handOverFor = command({
  name: "case.hand-over-for",
  ...atOffice("case"),
  input: z.object({ from: z.string().min(1), to: z.string().min(1) }),
  async run(permit, { organisation, from, to }) {
    const colleagues = await colleaguesOf(permit, organisation);
    if (!colleagues.has(to) || from === to)
      return invalid({ to: ["引継ぎ先の担当者は、この機関のほかの相談担当者から選択してください。"] });
    const moved = await moveCases(permit, organisation, from, to);
    for (const row of moved)
      await insertCaseEvent(permit, row, "handed-over", { detail: `${from}>${to}`, by: by(permit) });
    return ok({ moved: moved.length });
  },
});
