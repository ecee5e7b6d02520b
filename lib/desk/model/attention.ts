/** Something to do. `href` is a desk page that this person can open. */
export type Attention = { text: string; href: string }
