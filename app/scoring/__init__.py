"""The scoring core: values in, values out.

Standard library and `app.vocabulary` only; nothing here opens a file, a socket or a session, or
reads a clock or a setting. `assess(knowledge, request)` is the whole interface; why it is built
this way stands in docs/decisions/0002-likelihood-ratios.md.
"""
