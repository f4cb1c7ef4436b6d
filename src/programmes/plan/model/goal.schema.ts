import { z } from "zod";
import { required } from "#platform/kernel/form-fields.ts";

export const PillarInput = z.object({ title: required("柱の名前", 200) });
