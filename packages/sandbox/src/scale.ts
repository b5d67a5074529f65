/** Ready-made sizes of a sandbox, from one shop to an agency's whole book. Facts are made on first use, at any size. */
export const scales = {
  small: { accounts: 1, ads: 40 },
  medium: { accounts: 20, ads: 160 },
  large: { accounts: 500, ads: 160 },
  huge: { accounts: 5000, ads: 160 },
} as const

export type Scale = keyof typeof scales
