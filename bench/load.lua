-- Sends the requests of a file in turn, and prints what came of it as one line of JSON.
-- The file has a request a line: method, path, body, If-None-Match, X-API-Key ("-" for none), parted by tabs.
local requests, turn = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local method, path, body, etag, key = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)$")
    local headers = {}
    if body ~= "-" then headers["Content-Type"] = "application/json" else body = nil end
    if etag ~= "-" then headers["If-None-Match"] = etag end
    if key ~= "-" then headers["X-API-Key"] = key end
    requests[#requests + 1] = wrk.format(method, path, headers, body)
  end
  -- Where it begins, so that a later round sends what was not sent before.
  turn = tonumber(args[2]) or 0
end

function request()
  turn = turn + 1
  return requests[(turn - 1) % #requests + 1]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests":%d,"seconds":%.6f,"p50_ms":%.3f,"p99_ms":%.3f,"bytes":%d,"refused":%d,"broken":%d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
