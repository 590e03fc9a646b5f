import recountScript from './recount.mjs' with { type: 'text' }

/** The script that counts the public file again: the one that is offered is the one that is tested. */
export { recountScript }
