import {
  directlyStandardisedRate,
  directlyStandardisedRateOfRepeatedEvents,
} from "../../src/directly-standardised-rate.ts";
import { type Adapter, countsOrZero, numbers, option, type Values, withLimits } from "../adapter.ts";

export const dsrDobsonAdapter: Adapter = (inputs, params, wanted) => {
  const multiplier = option(params, "multiplier", 100_000);
  const bands = { populations: numbers(inputs.population), standard: numbers(inputs.standard) };
  const frequencies = inputs.persons_by_event_frequency as Values | undefined;
  const at = (confidence: number) =>
    frequencies
      ? directlyStandardisedRateOfRepeatedEvents(repeatedEvents(frequencies), bands, {
          confidence,
          multiplier,
        })
      : directlyStandardisedRate(
          { ...bands, counts: countsOrZero(inputs.count) },
          { confidence, multiplier },
        );
  const { events, value } = at(0.95);
  return withLimits({ total_count: events, value }, wanted, params, at);
};

/** { f1: persons with one event by band, f2: with two, … } */
function repeatedEvents(frequencies: Values) {
  return Object.entries(frequencies).map(([key, persons]) => ({
    events: Number(key.replace(/^\D+/, "")),
    persons: countsOrZero(persons),
  }));
}
