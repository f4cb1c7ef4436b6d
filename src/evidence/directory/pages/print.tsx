import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { ChoiceField, SelectField } from "#ui/field.tsx";
import { PageHead } from "#ui/page.tsx";
import { areaOfPath } from "../find/area.queries.server.ts";
import { FIND } from "../find/find.messages.ts";
import { INDUSTRY_NAMES, KIND_NAMES, TOPIC_NAMES } from "../model/resource.messages.ts";
import { INDUSTRIES, KINDS, TOPICS } from "../model/resource-lists.schema.ts";
import { BOOKLET } from "../out/booklet.messages.ts";
import { BOOKLET_LANGUAGES, FORMS } from "../out/booklet.schema.ts";
import type { Route } from "./+types/print";

export const handle = { japaneseOnly: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { slug, name } = shown(await areaOfPath(app, params.area));
  return { slug, name };
}

/** What is printed is chosen by a plain form: its answer is the file. */
export default function Print({ loaderData: { slug, name } }: Route.ComponentProps) {
  const base = `/areas/${slug}/directory`;
  const forms = FORMS.map((value) => ({ value, label: BOOKLET.forms[value] }));
  const words = BOOKLET_LANGUAGES.map((value) => ({ value, label: BOOKLET.languages[value] }));
  return (
    <>
      <PageHead title={`${BOOKLET.title}　${name}`} lead={BOOKLET.lead} />
      <form method="get" action={`${base}/booklet.pdf`}>
        <ChoiceField label={BOOKLET.form} name="form" type="radio" options={forms} chosen={["a4"]} />
        <ChoiceField label={BOOKLET.words} name="language" type="radio" options={words} chosen={["ja"]} />
        <SelectField
          label={BOOKLET.kind}
          name="kind"
          options={KINDS.map((value) => ({ value, label: KIND_NAMES[value].ja }))}
          empty={FIND.ja.all}
          required={false}
        />
        <SelectField
          label={BOOKLET.topic}
          name="topic"
          options={TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value].ja }))}
          empty={FIND.ja.all}
          required={false}
        />
        <SelectField
          label={BOOKLET.industry}
          name="industry"
          options={INDUSTRIES.map((value) => ({ value, label: INDUSTRY_NAMES[value].ja }))}
          empty={FIND.ja.all}
          required={false}
        />
        <Button kind="primary">{BOOKLET.make}</Button>
      </form>
      <p className="my-8">
        <TextLink to={base}>{FIND.ja.back}</TextLink>
      </p>
    </>
  );
}
