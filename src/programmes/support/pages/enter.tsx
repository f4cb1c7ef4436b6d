import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { receiveForm } from "#platform/files/upload.ts";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { servicesOn } from "../offers/chisanpo/rules.ts";
import { TOPICS } from "../offers/lists/schema.ts";
import { findPlace, mayIn, townsOf } from "../place/usecases.server.ts";
import { CHANNEL_NAMES, PAGE } from "../requests/asking/messages.ts";
import { choicesIn } from "../requests/asking/present.ts";
import { inputOf, NOTHING_TYPED, typedOf } from "../requests/asking/rules.ts";
import { ask } from "../requests/asking/usecases.server.ts";
import { withFiles } from "../requests/files/rules.ts";
import { FORM_LIMITS } from "../requests/files/schema.ts";
import { CHANNELS } from "../requests/lists/schema.ts";
import type { Route } from "./+types/enter";
import { AskFields } from "./ask-fields.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor")
    throw redirect(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  if (!mayIn(actor, area, "request.enter")) throw data(null, { status: 403 });
  return {
    area: { slug: area.slug, name: area.name },
    towns: await townsOf(app, area.id),
    choices: choicesIn("ja", TOPICS, servicesOn(app.clock.today())),
    once: newId(),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const { form, ...files } = await receiveForm(request, FORM_LIMITS);
  const typed = typedOf(form);
  const channel = CHANNELS.find((one) => one === typed.text.channel) ?? "phone";
  const made = await ask(app, actor, inputOf(typed), {
    area: area.id,
    channel,
    language: "ja",
    onceKey: typed.text.once ?? newId(),
    files,
  });
  if (made.ok) throw redirect(`/areas/${area.slug}/requests/${made.value.id}`);
  const errors = made.error.kind === "invalid" ? withFiles(made.error.fields, files, "ja") : {};
  return data({ typed, errors }, { status: statusOf(made.error) });
}

const STAFF_CHANNELS = ["phone", "paper", "fax"] as const;

/** Paper and telephone stay: staff write them down here. */
export default function Enter({ loaderData, actionData }: Route.ComponentProps) {
  const { area, towns, choices, once } = loaderData;
  return (
    <div className="max-w-2xl">
      <PageHead
        title="紙・電話の依頼を書く"
        lead={area.name}
        actions={
          <TextLink to={`/areas/${area.slug}/ask.pdf`} reload>
            {PAGE.ja.paper}
          </TextLink>
        }
      />
      {actionData ? <Notice kind="error" title={PAGE.ja.wrong} /> : null}
      <OnceForm
        submit="受け付ける"
        onceKey={actionData?.typed.text.once ?? once}
        encType="multipart/form-data"
        noValidate
      >
        <ChoiceField
          label="どうやって届きましたか"
          name="channel"
          type="radio"
          options={STAFF_CHANNELS.map((value) => ({ value, label: CHANNEL_NAMES[value]! }))}
          chosen={[actionData?.typed.text.channel ?? "phone"]}
        />
        <AskFields
          typed={actionData?.typed ?? NOTHING_TYPED}
          errors={actionData?.errors ?? {}}
          language="ja"
          text={PAGE.ja}
          choices={choices}
          towns={towns}
        />
      </OnceForm>
    </div>
  );
}
