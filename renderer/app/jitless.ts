// Owns one switch that must be set before any schema is made: our policy forbids the code that zod would generate for
// speed. Imported first by main.tsx; the only file that acts when it is imported, because schemas are made that way too.
import { config } from 'zod'

config({ jitless: true })
