-- Asks each address of a file once, then stops.
local addresses, asked, answered = {}, 0, 0

function init(args)
  for line in io.lines(args[1]) do addresses[#addresses + 1] = line end
end

function request()
  asked = asked + 1
  -- Requests beyond the last address are never answered into the count: the thread has stopped by then.
  local address = addresses[asked] or addresses[#addresses]
  return wrk.format("GET", address)
end

function response()
  answered = answered + 1
  if answered >= #addresses then wrk.thread:stop() end
end
