import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { servicesOn } from "../../model/chisanpo.rules.ts";
import { TOPICS } from "../../model/offer-lists.schema.ts";
import { FORM_LIMITS } from "../../model/request-file.schema.ts";
import { CHANNEL_NAMES, PAGE } from "../../model/request-form.messages.ts";
import { mayIn, townsOf } from "../../office/place.queries.server.ts";
import { AskFields } from "../../parts/ask-fields.tsx";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import { enterRequest } from "../../requests/request.commands.server.ts";
import { choicesIn, labelsIn } from "../../requests/request-form.present.ts";
import type { Route } from "./+types/enter";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  if (!mayIn(actor, area, "request.enter")) throw data(null, { status: 403 });
  return {
    area: { slug: area.slug, name: area.name },
    towns: await townsOf(app, area.id),
    choices: choicesIn("ja", TOPICS, servicesOn(app.clock.today())),
    once: newId(),
  };
}

export async function action(args: Route.ActionArgs) {
  const { request } = args;
  const { app, actor, area } = await inPlace(args);
  const on = onTarget(app, actor, { area: area.id });
  const entered = on(enterRequest, ({ id }) => `/areas/${area.slug}/requests/${id}`);
  return answerForm(request, [entered], { files: FORM_LIMITS });
}

const LABELS = labelsIn("ja");
const STAFF_CHANNELS = ["phone", "paper", "fax"] as const;

/** Paper and telephone stay: staff write them down here. */
export default function Enter({ loaderData, actionData }: Route.ComponentProps) {
  const { area, towns, choices, once } = loaderData;
  return (
    <div className="max-w-2xl">
      <PageHead
        title="紙・電話の依頼を登録する"
        lead={area.name}
        actions={
          <TextLink to={`/areas/${area.slug}/ask.pdf`} reload>
            {PAGE.ja.paper}
          </TextLink>
        }
      />
      <CommandForm
        command="request.enter"
        answer={actionData}
        values={{ channel: "phone", place: "on_site" }}
        once={once}
        labels={LABELS}
        submit="受け付ける"
        encType="multipart/form-data"
      >
        <ChoiceField
          label="受付方法"
          name="channel"
          type="radio"
          options={STAFF_CHANNELS.map((value) => ({ value, label: CHANNEL_NAMES[value]! }))}
        />
        <AskFields language="ja" text={PAGE.ja} choices={choices} towns={towns} />
      </CommandForm>
    </div>
  );
}
