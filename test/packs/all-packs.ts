import { cn } from "../../src/packs/cn.js";
import { beijing } from "../../src/packs/cn-110000-beijing.js";
import { shanghai } from "../../src/packs/cn-310000-shanghai.js";
import { suzhou } from "../../src/packs/cn-320500-suzhou.js";
import { anhui } from "../../src/packs/cn-340000-anhui.js";
import { hefei } from "../../src/packs/cn-340100-hefei.js";
import { zengdu } from "../../src/packs/cn-421303-zengdu.js";
import { guangdong } from "../../src/packs/cn-440000-guangdong.js";
import { wenjiang } from "../../src/packs/cn-510115-wenjiang.js";
import { baota } from "../../src/packs/cn-610602-baota.js";
import { xining } from "../../src/packs/cn-630100-xining.js";
import type { PolicyPack } from "../../src/policy/index.js";

/** Every pack the library ships; a test holds the list against the folder. */
export const allPacks: readonly PolicyPack[] = [cn, beijing, shanghai, suzhou, anhui, hefei, zengdu, guangdong, wenjiang, baota, xining];
