import { z } from "zod";
import { text } from "#platform/kernel/form-fields.ts";

export const PillarInput = z.object({ title: text("柱の名称") });
