import { z } from "zod";
import { choice, longText, text } from "#platform/kernel/form-fields.ts";
import { chosenSource } from "../facts/fact.schema.ts";
import { LANGUAGES, TEMPLATES } from "../model/material-kinds.schema.ts";

const several = z.preprocess(
  (sent) => [sent ?? []].flat(),
  z.array(chosenSource).max(40, {
    error: "掲載する機関・相談先は40件までです。",
  }),
);

/** A leaflet as its form tells it: the texts, and whose telephone numbers it prints. */
export const LeafletInput = z.object({
  template: choice("ひな形", TEMPLATES),
  language: choice("言語", LANGUAGES),
  label: text("版の名前"),
  title: text("見出し", { most: 60 }),
  lead: longText("はじめの文", { most: 300 }),
  body: longText("本文", { most: 1200, optional: true }),
  foot: text("発行", { most: 120, optional: true }),
  contacts: several,
});
export type LeafletInput = z.output<typeof LeafletInput>;
