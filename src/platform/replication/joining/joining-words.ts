import { z } from 'zod'

/** What a port says when it joins: its secret, where it is reached, and what the centre signs in to its database with. */
export const asked = z.object({
  port: z.string().max(40), secret: z.string().max(200), host: z.string().min(1).max(253), linkPort: z.number().int().min(1).max(65_535), password: z.string().min(16).max(200),
})

/** What the centre answers. */
export const answered = z.union([
  z.object({ name: z.string(), zone: z.string(), password: z.string() }),
  z.object({ refused: z.string() }),
])
