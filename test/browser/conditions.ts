/** Conditions of a junior school of 1000 pupils that has exactly what it must, but for what is asked about. */
import type { SubmissionBody } from "../../shared/contract.ts";

export const conditionsOf = (definitions: string, backbone: number, sports = 1_020_000): SubmissionBody => ({
  definitions,
  slices: [
    {
      ...{ stage: "junior", grade: null, subject: null, class: null },
      resources: {
        pupils: 1000,
        amounts: {
          "teachers.overqualified": 53,
          "teachers.backbone": backbone,
          "teachers.pearts": 9,
          "area.teaching": 580_000,
          "area.sports": sports,
          "equipment.value": 250_000_000,
          "rooms.multimedia": 24,
        },
      },
    },
  ],
});
