/** A full Hikvision event is about 5 kB; anything far beyond that is not a plate read. */
export const xmlMaxBytes = 256 * 1024
export const xmlMaxDepth = 32
export const xmlMaxElements = 2000
export const xmlMaxAttributes = 64

/** Rekor puts a base64 crop of the vehicle inside its JSON, so JSON may be as large as a request. */
export const jsonMaxBytes = 8 * 1024 * 1024
export const jsonMaxDepth = 32
export const jsonMaxValues = 100_000

/** The makers send at most one message and a handful of pictures. */
export const multipartMaxParts = 32
export const partHeadMaxBytes = 8 * 1024
/** RFC 2046 section 5.1.1. */
export const boundaryMaxLength = 70
/** An event that closes itself is at most as large as an XML document may be; anything larger waits for its delimiter. */
export const closingMaxBytes = xmlMaxBytes
