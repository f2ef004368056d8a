export const SIGN_CLASS = { "1": "friendly", "0": "neutral", "-1": "hostile" } as const;
