import { z } from "zod";
import { required } from "./plan-field.schema.ts";

export const PillarInput = z.object({ title: required("柱の名前", 200) });
