export { seededRandom, type Random } from '#values'
