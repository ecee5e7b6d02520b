'use client'

export { Fault as default } from '@/components/site/fault'
