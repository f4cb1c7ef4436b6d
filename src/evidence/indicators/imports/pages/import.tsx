import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import type { ImportId } from "../../observations/schema.ts";
import { matchOfForm } from "../columns/schema.ts";
import { encodingLabel, PAGE, STATE_LABEL } from "../messages.ts";
import { presentImport } from "../present.ts";
import { readImport } from "../reading/usecases.server.ts";
import { cancelImport, checkImport, rematchImport, takeImport } from "../usecases.server.ts";
import { withdrawImport } from "../withdrawal/usecases.server.ts";
import type { Route } from "./+types/import";
import { Columns } from "./columns.tsx";
import { Findings } from "./findings.tsx";

import { Progress } from "./progress.tsx";
import { Steps } from "./steps.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  const found = await readImport(app, actor, params.import as ImportId, after);
  if (!found.ok) throw data(null, { status: found.error.kind === "forbidden" ? 403 : 404 });
  return presentImport(found.value);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const id = params.import as ImportId;
  const form = await request.formData();
  const wish = String(form.get("wish"));
  const match = matchOfForm(form);
  const result = await (wish === "check"
    ? checkImport(app, actor, id, match)
    : wish === "match"
      ? rematchImport(app, actor, id)
      : wish === "take" || wish === "take-good"
        ? takeImport(app, actor, id, { goodRowsOnly: wish === "take-good" })
        : wish === "withdraw"
          ? withdrawImport(app, actor, id)
          : cancelImport(app, actor, id));
  if (result.ok) return redirect(`/imports/${id}`);
  switch (result.error.kind) {
    case "invalid":
      return data({ errors: Object.values(result.error.fields).flat(), match }, { status: 422 });
    case "conflict":
      return data({ errors: [result.error.message], match: undefined }, { status: 409 });
    case "forbidden":
      throw data(null, { status: 403 });
    case "not-found":
      throw data(null, { status: 404 });
  }
}

const STEP = { matching: 1, checking: 2, ready: 2, importing: 3 } as const;

export default function Import({ loaderData: one, actionData }: Route.ComponentProps) {
  const step = one.state in STEP ? STEP[one.state as keyof typeof STEP] : undefined;
  return (
    <>
      <PageHead
        title={one.fileName}
        lead={`${STATE_LABEL[one.state]}　${one.when}　${one.who}　${encodingLabel(one.encoding)}`}
      />
      {step === undefined ? null : <Steps current={step} />}
      {actionData?.errors.map((error) => (
        <Notice key={error} kind="error" title={error} />
      ))}
      {one.problem ? <Notice kind="error" title={one.problem} /> : null}
      {one.state === "matching" ? <Columns one={one} typed={actionData?.match} /> : null}
      {one.state === "checking" || one.state === "importing" ? <Progress one={one} /> : null}
      {one.state === "ready" || one.state === "done" || one.state === "withdrawn" ? (
        <Findings one={one} />
      ) : null}
      <p className="mt-10">
        <TextLink to="/imports">{PAGE.backToList}</TextLink>
      </p>
    </>
  );
}
