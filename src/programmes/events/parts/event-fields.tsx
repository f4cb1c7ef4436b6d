import type { FormValues } from "#platform/kernel/result.ts";
import { ChoiceField, labelled, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { Section } from "#ui/page.tsx";
import { EVENT_FORM } from "../catalogue/event-page.messages.ts";
import {
  CERTIFICATE_NAMES,
  GROUP_RULE_NAMES,
  HOST_ROLE_NAMES,
  KIND_NAMES,
  optionsOf,
  PRIORITY_NAMES,
  SIGN_UP_NAMES,
  THEME_NAMES,
} from "../model/event.messages.ts";

export const EVENT_OPTIONS = {
  kind: optionsOf(KIND_NAMES),
  theme: optionsOf(THEME_NAMES),
  signUp: optionsOf(SIGN_UP_NAMES),
  groupRule: optionsOf(GROUP_RULE_NAMES),
  priority: optionsOf(PRIORITY_NAMES),
  certificate: optionsOf(CERTIFICATE_NAMES),
};
const ROLES = optionsOf(HOST_ROLE_NAMES);
const field = labelled(EVENT_FORM);

const rowsIn = (values: FormValues, list: string, part: string) =>
  Math.max(
    1,
    Object.keys(values).filter((key) => key.startsWith(`${list}.`) && key.endsWith(`.${part}`)).length,
  );

/** The fields of an event: what and when, who may come, the rules of the line, certificates. */
export function EventFields({ initiatives, values }: { initiatives: readonly Option[]; values: FormValues }) {
  return (
    <>
      <SelectField options={EVENT_OPTIONS.kind} {...field("kind")} />
      <TextField {...field("title")} />
      <TextField optional hint={EVENT_FORM.titleEnHint} {...field("titleEn")} />
      <SelectField options={EVENT_OPTIONS.theme} {...field("theme")} />
      <TextArea optional {...field("summary")} />
      <TextField optional {...field("audience")} />
      <RowsField
        name="sessions"
        label={EVENT_FORM.sessions}
        first={rowsIn(values, "sessions", "day")}
        add={EVENT_FORM.addSession}
      >
        {(at) => (
          <>
            <DayField label={EVENT_FORM.day} name={at("day")} required={false} />
            <TextField label={EVENT_FORM.starts} name={at("starts")} type="time" required={false} />
            <TextField label={EVENT_FORM.ends} name={at("ends")} type="time" required={false} />
            <TextField label={EVENT_FORM.place} name={at("place")} required={false} />
          </>
        )}
      </RowsField>
      <TextField optional {...field("place")} />
      <TextField optional {...field("address")} />
      <ChoiceField
        type="checkbox"
        options={[{ value: "true", label: EVENT_FORM.onlineTick }]}
        {...field("online")}
      />
      <RowsField
        name="hosts"
        label={EVENT_FORM.hosts}
        first={rowsIn(values, "hosts", "name")}
        most={12}
        add={EVENT_FORM.addHost}
      >
        {(at) => (
          <>
            <TextField label={EVENT_FORM.hostName} name={at("name")} required={false} />
            <SelectField label={EVENT_FORM.hostRole} name={at("role")} options={ROLES} required={false} />
          </>
        )}
      </RowsField>
      <TextField optional {...field("fee")} />
      <TextField optional type="tel" {...field("phone")} />
      <SelectField empty="" optional options={initiatives} {...field("initiativeId")} />
      <TextField optional {...field("series")} />
      <Section title={EVENT_FORM.who}>
        <SelectField options={EVENT_OPTIONS.signUp} {...field("signUp")} />
        <CountField optional {...field("capacity")} />
        <CountField {...field("mostAtOnce")} />
        <DayField optional {...field("closesOn")} />
        <TextArea optional hint={EVENT_FORM.questionsHint} {...field("questions")} />
      </Section>
      <Section title={EVENT_FORM.line}>
        <ChoiceField type="radio" options={EVENT_OPTIONS.groupRule} {...field("groupRule")} />
        <ChoiceField type="radio" options={EVENT_OPTIONS.priority} {...field("priority")} />
        <CountField {...field("answerHours")} />
      </Section>
      <Section title={EVENT_FORM.after}>
        <SelectField options={EVENT_OPTIONS.certificate} {...field("certificate")} />
        <CountField optional hint={EVENT_FORM.certificateHint} {...field("certificateLeast")} />
        <TextField optional hint={EVENT_FORM.issuerHint} {...field("issuer")} />
      </Section>
    </>
  );
}
