/**
 * The arithmetic of limit-record.ts, decide.ts and correct.ts as one Lua script, so that Redis decides atomically.
 *
 * KEYS: the app's index, then for a decision the tenant, then the limits in order. All share the app's hash tag.
 * ARGV: 'decide', 'correct' or 'read', the request as JSON, milliseconds a record is kept, and the time ('' asks Redis).
 */
export const governorScript: string = `
local FADE_MS, PER_WINDOW, HOUR_MS = 60000, 12, 3600000
local PROBE_LEASE_MS, PROBE_PAUSE_MS, LONGEST_QUEUE_MS, LONGEST_GUESS_MS = 60000, 1000, 1800000, 60000
local USABLE, TELLING_PERCENT, TELLING_COUNT, LEAST_SHARE, LONGEST_FAILURE_MS = 0.98, 5, 20, 0.1, 60000
local GUIDING_PERCENT, EAGERNESS = 2, 1.5

local request = cjson.decode(ARGV[2])
local keptMs = tonumber(ARGV[3])
local nowMs = tonumber(ARGV[4])
if nowMs == nil then
  local time = redis.call('TIME')
  nowMs = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local function emptySlots()
  local slots = {}
  for i = 1, PER_WINDOW + 1 do slots[i] = 0 end
  return slots
end

local function newLimit(shape)
  return { quota = shape.quota, base = 0, windowMs = shape.windowMs, free = shape.quota * shape.burstShare,
    promised = 0, recent = 0, atMs = nowMs, bornMs = 0, slots = emptySlots(), slot = 0, firstPercent = -1,
    firstCount = 0, percent = -1, trips = 0, untilMs = 0, probeUntilMs = 0, failures = 0, isFailing = false }
end

local function newTenant()
  return { recent = 0, promised = 0, pace = 0, atMs = nowMs, slots = emptySlots(), slot = 0 }
end

local function load(key, member, fresh)
  local text = redis.call('GET', key)
  if text then return cmsgpack.unpack(text) end
  redis.call('SADD', KEYS[1], member)
  return fresh
end

local function save(key, record)
  local px = keptMs + math.max(0, (record.untilMs or 0) - nowMs)
  redis.call('SET', key, cmsgpack.pack(record), 'PX', math.floor(px))
end

-- Records from before the clock was set back. They are kept even when nothing is taken: time goes on from here.
local setBack = {}

local function rollSlots(record, windowMs)
  local current = math.floor(nowMs / (windowMs / PER_WINDOW))
  local steps = math.min(PER_WINDOW + 1, current - record.slot)
  for _ = 1, steps do
    table.remove(record.slots)
    table.insert(record.slots, 1, 0)
  end
  if steps > 0 or steps < -1 then record.slot = current end
end

local function refillPerMs(record, shape) return record.quota * shape.refillShare / record.windowMs end

local function advanceLimit(record, shape)
  local elapsed = math.max(0, nowMs - record.atMs)
  local back = elapsed * refillPerMs(record, shape)
  record.free = math.min(record.quota * shape.burstShare, record.free + back)
  record.promised = math.max(0, record.promised - back)
  record.recent = record.recent * math.exp(-elapsed / FADE_MS)
  if record.atMs > nowMs then setBack[record] = true end
  record.atMs = nowMs
  rollSlots(record, record.windowMs)
end

local function advanceTenant(record)
  local elapsed = math.max(0, nowMs - record.atMs)
  record.promised = math.max(0, record.promised - elapsed * record.pace)
  record.recent = record.recent * math.exp(-elapsed / FADE_MS)
  if record.atMs > nowMs then setBack[record] = true end
  record.atMs = nowMs
  rollSlots(record, HOUR_MS)
end

local function countIn(record, windowMs)
  local slotMs = windowMs / PER_WINDOW
  local whole = 0
  for _, units in ipairs(record.slots) do whole = whole + units end
  return whole - record.slots[PER_WINDOW + 1] * (nowMs % slotMs) / slotMs
end

local function countUnits(record, units)
  record.free = record.free - units
  record.slots[1] = record.slots[1] + units
  if record.bornMs == 0 then record.bornMs = nowMs end
end

local function setQuota(record, shape, quota)
  record.free = record.free + (quota - record.quota) * shape.burstShare
  record.quota = quota
  record.free = math.min(record.free, quota * shape.burstShare)
end

local function tenantPace(record, limit, tenant)
  local share = 1
  if record.recent > 0 then share = math.min(1, math.max(0.02, tenant.recent / record.recent)) end
  return refillPerMs(record, limit) * share
end

local function circuitWait(record, limit)
  if record.trips == 0 then return 0 end
  if nowMs < record.untilMs then return record.untilMs - nowMs end
  if not limit.isTried and nowMs < record.probeUntilMs then return math.min(PROBE_PAUSE_MS, record.probeUntilMs - nowMs) end
  return 0
end

local function queueMs(ms, record)
  local longestMs = LONGEST_QUEUE_MS
  if record.base == 0 and record.percent < GUIDING_PERCENT then longestMs = LONGEST_GUESS_MS end
  if ms <= longestMs then return ms end
  return longestMs * ((ms * 0.618034) % 1)
end

local function waitFor(record, limit, tenant)
  local refill = refillPerMs(record, limit)
  local blockedMs = circuitWait(record, limit)
  local fair = limit.fairness * tenant.recent
  local needed = math.min(record.quota * limit.burstShare, limit.cost + record.quota * limit.floorShare + fair)
  local missing = needed - record.free
  local missingMs = 0
  if missing > 1e-9 then missingMs = missing / (refill + fair / FADE_MS) end
  local waitMs = math.max(blockedMs, missingMs)
  if waitMs <= 0 or not request.isQueued then return waitMs end
  local ahead
  if limit.fairness > 0 then ahead = tenant.promised / tenantPace(record, limit, tenant)
  else ahead = record.promised / refill end
  return waitMs + queueMs(ahead / EAGERNESS, record)
end

local function promise(record, limit, tenant)
  if limit.fairness == 0 then
    record.promised = math.min(record.promised + limit.cost, 2 * LONGEST_QUEUE_MS * refillPerMs(record, limit))
    return
  end
  tenant.pace = tenantPace(record, limit, tenant)
  tenant.promised = math.min(tenant.promised + limit.cost, 2 * LONGEST_QUEUE_MS * tenant.pace)
end

local function decide()
  local tenant = load(KEYS[2], 't:' .. request.tenantId, newTenant())
  advanceTenant(tenant)
  local records, binding, longest = {}, nil, 0
  for i, limit in ipairs(request.limits) do
    local record = load(KEYS[i + 2], 'l:' .. limit.name, newLimit(limit))
    records[i] = record
    advanceLimit(record, limit)
    local etaMs = waitFor(record, limit, tenant)
    if etaMs > longest then binding, longest = i, etaMs end
  end
  if binding then
    local limit, record = request.limits[binding], records[binding]
    if request.isQueued then
      promise(record, limit, tenant)
      save(KEYS[2], tenant)
      save(KEYS[binding + 2], record)
    end
    if setBack[tenant] then save(KEYS[2], tenant) end
    for i, each in ipairs(records) do
      if setBack[each] then save(KEYS[i + 2], each) end
    end
    return cjson.encode({ isGranted = false, limit = limit.name, etaMs = longest,
      isFailing = record.isFailing and record.trips > 0 })
  end
  local counts, quotas = {}, {}
  for i, limit in ipairs(request.limits) do
    local record = records[i]
    counts[limit.name] = countIn(record, record.windowMs)
    quotas[limit.name] = record.quota
    countUnits(record, limit.cost)
    record.recent = record.recent + limit.cost
    if record.trips > 0 then record.probeUntilMs = nowMs + PROBE_LEASE_MS end
    save(KEYS[i + 2], record)
  end
  tenant.recent = tenant.recent + request.calls
  tenant.slots[1] = tenant.slots[1] + request.calls
  save(KEYS[2], tenant)
  return cjson.encode({ isGranted = true, counts = counts, quotas = quotas })
end

local function learnQuota(record, correction, percent, countAtCall)
  local isYoung = nowMs - record.bornMs < record.windowMs
  local moved, count = percent, countAtCall
  if isYoung then moved, count = percent - record.firstPercent, countAtCall - record.firstCount end
  if moved < 0 or count <= 0 then return end
  if moved >= TELLING_PERCENT and count >= TELLING_COUNT then
    setQuota(record, correction, math.max(100 * count / (moved + 0.5), correction.quota * LEAST_SHARE))
    return
  end
  local atLeast = 100 * count / (moved + 1)
  if atLeast > record.quota then setQuota(record, correction, atLeast) end
end

local function assumeRoom(record, correction)
  if record.percent >= 0 then return end
  local atLeast = 100 * (correction.countAtCall or countIn(record, record.windowMs))
  if atLeast > record.quota then setQuota(record, correction, atLeast) end
end

local function learnFrom(record, correction)
  local percent = correction.percent
  local count = countIn(record, record.windowMs)
  local countAtCall = math.min(count, correction.countAtCall or count)
  record.percent = percent
  if record.firstPercent < 0 then
    record.firstPercent = percent
    record.firstCount = countAtCall
  end
  if not correction.isLevel then learnQuota(record, correction, percent, countAtCall) end
  local left = record.quota * (USABLE - percent / 100) - (count - countAtCall)
  left = math.max(left, -record.quota * correction.refillShare)
  if correction.isLevel then record.free = math.min(left, record.quota * USABLE)
  else record.free = math.min(record.free, left) end
end

local function block(record, untilMs)
  record.untilMs = math.max(record.untilMs, untilMs)
  record.probeUntilMs = 0
end

local function turnCircuit(record, correction)
  local isOpen = record.trips > 0 and nowMs < record.untilMs
  if correction.blockMs then
    if not isOpen then record.trips = record.trips + 1 end
    record.failures = 0
    record.isFailing = false
    block(record, nowMs + math.max(correction.blockMs, 1000 * 2 ^ math.min(record.trips - 1, 6)))
  elseif correction.failuresToOpen then
    record.failures = record.failures + 1
    local isProbe = record.trips > 0 and not isOpen
    if isOpen or (not isProbe and record.failures < correction.failuresToOpen) then return end
    record.trips = record.trips + 1
    record.isFailing = true
    block(record, nowMs + math.min(LONGEST_FAILURE_MS, 1000 * 2 ^ (record.trips - 1)))
  elseif correction.isFine then
    record.failures = 0
    if isOpen then return end
    record.trips = 0
    record.probeUntilMs = 0
    record.isFailing = false
  else
    record.probeUntilMs = 0
  end
end

local function correct()
  for i, correction in ipairs(request.limits) do
    local record = load(KEYS[i + 1], 'l:' .. correction.name, newLimit(correction))
    advanceLimit(record, correction)
    if correction.spent then countUnits(record, correction.spent) end
    if correction.base and correction.base ~= record.base then
      record.base = correction.base
      setQuota(record, correction, correction.base)
    end
    if correction.isAssumed then assumeRoom(record, correction)
    elseif correction.percent then learnFrom(record, correction) end
    turnCircuit(record, correction)
    save(KEYS[i + 1], record)
  end
  return 'OK'
end

-- Records as JSON; '' for those that ran out, which leave the index.
local function read()
  local texts = {}
  for i = 2, #KEYS do
    local text = redis.call('GET', KEYS[i])
    if not text then redis.call('SREM', KEYS[1], string.sub(KEYS[i], #KEYS[1] - #'index' + 1)) end
    texts[i - 1] = text and cjson.encode(cmsgpack.unpack(text)) or ''
  end
  return texts
end

local answer
if ARGV[1] == 'decide' then answer = decide()
elseif ARGV[1] == 'correct' then answer = correct()
else answer = read() end
redis.call('PEXPIRE', KEYS[1], 12 * keptMs)
return answer
`
