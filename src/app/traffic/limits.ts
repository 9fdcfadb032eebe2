/** Posts under way at one moment; a port that is slow to answer must not fill this process with pictures. */
export const postsAtOnceMax = 64
/** A camera's own patience with a port that is starting. */
export const postAttempts = 4
export const postAgainAfterMs = 1000
export const postTimeoutMs = 10_000
/** Each camera now and then says something that is no plate: motion, or that it is alive. */
export const noiseEveryMs = 60_000
/** The story is told faster in fast traffic, but never so fast that nobody can follow it. */
export const storySpeedMax = 4
