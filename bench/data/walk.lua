-- Asks each address of a file once, then stops and leaves a mark: wrk itself would wait until its time is over.
local addresses, asked, answered, mark = {}, 0, 0, nil

function init(args)
  for line in io.lines(args[1]) do addresses[#addresses + 1] = line end
  mark = args[1] .. ".done"
end

function request()
  asked = asked + 1
  -- Requests beyond the last address are never answered into the count: the thread has stopped by then.
  local address = addresses[asked] or addresses[#addresses]
  return wrk.format("GET", address)
end

function response()
  answered = answered + 1
  if answered == #addresses then
    wrk.thread:stop()
    io.open(mark, "w"):close()
  end
end
