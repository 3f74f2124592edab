import { type CharacterRule, pairs } from "../character-rule.js";

/** Writers leave the hamza off an alef as often as not: «أردوغان», «اردوغان», «إردوغان». */
export const foldAlef: CharacterRule = {
  name: "foldAlef",
  reason: "hamza and madda on an alef are often left out",
  example: ["أردوغان وإردوغان وآسيا", "اردوغان واردوغان واسيا"],
  replacements: pairs("أإآٱٲٳٵ", "ا"),
};
