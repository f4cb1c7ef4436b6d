import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { DISTRICTS } from "../messages.ts";
import type { Asked } from "../overview.present.ts";

/** Which areas, which topic, which indicator in the charts, in which order: set in the address. */
export function Choices({ kinds, themes, indicators, kind, asked, charted }: Data) {
  const orders = Object.entries(DISTRICTS.orders).map(([value, label]) => ({ value, label }));
  const all = [{ value: "", label: DISTRICTS.allThemes }];
  return (
    <Form method="get" className="no-print flex flex-wrap items-end gap-4">
      {kinds.length > 1 ? (
        <Choice label={DISTRICTS.kind} name="kind" value={kind ?? ""} options={kinds} />
      ) : null}
      {indicators.length > 0 ? (
        <>
          <Choice label={DISTRICTS.theme} name="theme" value={asked.theme} options={[...all, ...themes]} />
          <Choice
            label={DISTRICTS.indicator}
            name="indicator"
            value={charted?.code ?? ""}
            options={indicators}
          />
          <Choice label={DISTRICTS.order} name="order" value={asked.order} options={orders} />
        </>
      ) : null}
      <Button>{DISTRICTS.show}</Button>
    </Form>
  );
}

type Data = Readonly<{
  kinds: readonly Option[];
  themes: readonly Option[];
  indicators: readonly Option[];
  kind: string | undefined;
  asked: Asked;
  charted: { code: string } | undefined;
}>;
type Option = Readonly<{ value: string; label: string }>;
type Chosen = { label: string; name: string; value: string; options: readonly Option[] };

const Choice = ({ label, name, value, options }: Chosen) => (
  <label className="min-w-0 text-std-16N-170">
    <span className="block">{label}</span>
    <select
      name={name}
      defaultValue={value}
      className="min-h-11 max-w-full rounded-8 border border-solid-gray-600 bg-white px-3"
    >
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  </label>
);
